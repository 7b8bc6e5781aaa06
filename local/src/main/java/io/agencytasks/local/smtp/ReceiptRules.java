package io.agencytasks.local.smtp;

import io.agencytasks.local.template.Stack.ReceiptRule;
import java.util.List;
import java.util.Locale;

/** Which mail is taken, and by which rules: all that match, in their order. */
record ReceiptRules(List<ReceiptRule> rules, S3Action action) {
  ReceiptRules {
    rules = rules.stream().filter(ReceiptRule::enabled).toList();
  }

  boolean take(String recipient) {
    return rules.stream().anyMatch(rule -> matches(rule, recipient));
  }

  /** Has every rule do its part; returns the mail's id. */
  String receive(Envelope mail) {
    String id = action.id();
    for (ReceiptRule rule : rules) {
      List<String> matching =
          mail.recipients().stream().filter(recipient -> matches(rule, recipient)).toList();
      if (!matching.isEmpty()) {
        action.apply(id, rule, mail.to(matching));
      }
    }
    return id;
  }

  /** By whole address, whatever its label; by domain; or, from a dot on, by its subdomains. */
  private static boolean matches(ReceiptRule rule, String recipient) {
    String address = recipient.toLowerCase(Locale.ROOT).replaceFirst("\\+[^@]*@", "@");
    String domain = address.substring(address.lastIndexOf('@') + 1);
    return rule.recipients().isEmpty()
        || rule.recipients().stream()
            .map(wanted -> wanted.toLowerCase(Locale.ROOT))
            .anyMatch(
                wanted ->
                    wanted.startsWith(".")
                        ? domain.endsWith(wanted)
                        : wanted.equals(wanted.contains("@") ? address : domain));
  }
}
