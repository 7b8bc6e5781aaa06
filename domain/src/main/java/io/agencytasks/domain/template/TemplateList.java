package io.agencytasks.domain.template;

import java.util.List;

/**
 * A page of an owner's templates.
 *
 * @param total how many there are on all pages together
 */
public record TemplateList(List<Template> templates, long total) {}
