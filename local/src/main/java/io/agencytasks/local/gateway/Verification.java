package io.agencytasks.local.gateway;

import com.nimbusds.jwt.JWTClaimsSet;

/** What became of a look at a token. */
sealed interface Verification {

  record Verified(JWTClaimsSet claims) implements Verification {}

  /** It is no good: the challenge that goes back to the client says why. */
  record Refused(String why) implements Verification {}
}
