package io.agencytasks.local.spine;

import io.agencytasks.local.SharedCloud;
import java.util.UUID;

/** Somebody new on the shared cloud whose token claims an address, and what comes to it. */
record AnOwner(Caller caller, Mailbox mailbox) {

  static AnOwner somebody() {
    return at("owner-" + UUID.randomUUID() + "@example.com");
  }

  static AnOwner at(String address) {
    Caller nobody = new Caller(SharedCloud.cloud().apiUri(), "");
    String body =
        "{\"subject\":\"owner-%s\",\"email\":\"%s\"}".formatted(UUID.randomUUID(), address);
    Caller caller =
        Caller.with(Caller.json(nobody.post("/local/token", body)).path("token").asText());
    return new AnOwner(caller, new Mailbox(caller, address));
  }
}
