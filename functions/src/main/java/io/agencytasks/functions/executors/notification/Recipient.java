package io.agencytasks.functions.executors.notification;

import io.agencytasks.domain.notification.EmailAddress;
import io.agencytasks.domain.notification.PhoneNumber;
import io.agencytasks.domain.secret.SecretName;
import java.util.Locale;
import okhttp3.HttpUrl;
import okio.ByteString;

/** Whom a task tells, and by what. */
sealed interface Recipient {
  /** Hexadecimal digits; enough to tell the recipients of one task apart. */
  int KEY_LENGTH = 16;

  /** How it is called in configurations and results. */
  String kind();

  /** What two that are the same have alike, and no others. */
  String identity();

  /** The recipient, for its task's owner: whole where it is short, and never a secret. */
  String shown();

  /** Enough of it for its task's owner to know which one is meant. */
  String masked();

  /** What it is known by from attempt to attempt, wherever it stands in the configuration. */
  default String key() {
    return ByteString.encodeUtf8(kind() + " " + identity()).sha256().hex().substring(0, KEY_LENGTH);
  }

  /** By mail. */
  record ByMail(EmailAddress address) implements Recipient {
    @Override
    public String kind() {
      return "email";
    }

    @Override
    public String identity() {
      return address.value().toLowerCase(Locale.ROOT);
    }

    @Override
    public String shown() {
      return address.value();
    }

    @Override
    public String masked() {
      return address.masked();
    }
  }

  /** By text message. */
  record BySms(PhoneNumber number) implements Recipient {
    @Override
    public String kind() {
      return "sms";
    }

    @Override
    public String identity() {
      return number.value();
    }

    @Override
    public String shown() {
      return number.value();
    }

    @Override
    public String masked() {
      return number.masked();
    }
  }

  /** By a signed request; paths and queries may hold secrets, so only the host is shown. */
  record ByWebhook(HttpUrl url, SecretName secret) implements Recipient {
    @Override
    public String kind() {
      return "webhook";
    }

    @Override
    public String identity() {
      return url.toString();
    }

    @Override
    public String shown() {
      return url.scheme() + "://" + url.host();
    }

    @Override
    public String masked() {
      return url.host();
    }
  }
}
