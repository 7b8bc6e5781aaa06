/** Mail that comes in, as SES would take it: by SMTP, by receipt rules, to S3 and a topic. */
@NullMarked
package io.agencytasks.local.smtp;

import org.jspecify.annotations.NullMarked;
