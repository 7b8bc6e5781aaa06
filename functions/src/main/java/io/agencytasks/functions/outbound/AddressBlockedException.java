package io.agencytasks.functions.outbound;

import java.net.UnknownHostException;

/**
 * A request was refused before anything was sent, because of where it would have gone. The message
 * never tells what a name resolved to: that would let a user map the network from inside.
 */
public final class AddressBlockedException extends UnknownHostException {
  private static final long serialVersionUID = 1;

  AddressBlockedException(String message) {
    super(message);
  }
}
