package io.agencytasks.local.identity;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.text.ParseException;

/** The issuer's private key on disk, as a JWK that only its owner may read. */
record KeyFile(Path folder, Path path) {
  private static final int BITS = 2048;

  static KeyFile in(Path folder) {
    return new KeyFile(folder, folder.resolve("issuer-key.json"));
  }

  /** Reads the key, or makes and keeps one. */
  RSAKey load() {
    try {
      return Files.exists(path) ? read() : create();
    } catch (IOException | JOSEException e) {
      throw new IllegalStateException("The issuer's key cannot be kept in " + path + ".", e);
    }
  }

  private RSAKey read() throws IOException {
    try {
      RSAKey key = RSAKey.parse(Files.readString(path));
      if (!key.isPrivate() || key.getKeyID() == null) {
        throw new ParseException("a private key with an id is wanted", 0);
      }
      return key;
    } catch (ParseException e) {
      throw new IllegalStateException(
          "The issuer's key in " + path + " is damaged: delete it, and a new one will be made.", e);
    }
  }

  /** Written aside and moved, so that a crash leaves a whole key or none. */
  private RSAKey create() throws IOException, JOSEException {
    RSAKey key =
        new RSAKeyGenerator(BITS)
            .keyUse(KeyUse.SIGNATURE)
            .algorithm(JWSAlgorithm.RS256)
            .keyIDFromThumbprint(true)
            .generate();
    Files.createDirectories(folder);
    var ownerOnly =
        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
    Path aside = Files.createTempFile(folder, "issuer-key", ".new", ownerOnly);
    Files.writeString(aside, key.toJSONString());
    Files.move(aside, path, StandardCopyOption.ATOMIC_MOVE);
    return key;
  }
}
