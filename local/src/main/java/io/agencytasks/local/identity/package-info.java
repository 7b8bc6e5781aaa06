/** The laptop's OpenID Connect issuer: a key, its publication, and tokens for whoever asks. */
@NullMarked
package io.agencytasks.local.identity;

import org.jspecify.annotations.NullMarked;
