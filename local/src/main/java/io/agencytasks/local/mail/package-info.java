/** What SES and SNS would have sent, kept on this machine to be read. */
@NullMarked
package io.agencytasks.local.mail;

import org.jspecify.annotations.NullMarked;
