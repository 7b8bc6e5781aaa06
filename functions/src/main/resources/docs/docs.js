SwaggerUIBundle({
  url: 'v1/openapi.yaml',
  domNode: document.getElementById('api'),
  deepLinking: true,
  // Without it, the renderer asks a foreign host for a badge.
  validatorUrl: null,
  docExpansion: 'list',
  defaultModelsExpandDepth: 0,
  defaultModelExpandDepth: 3,
  defaultModelRendering: 'example',
  displayRequestDuration: true,
  filter: true,
  persistAuthorization: false,
  requestSnippetsEnabled: true,
  tryItOutEnabled: false,
});
