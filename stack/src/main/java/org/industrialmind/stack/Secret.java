package org.industrialmind.stack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HexFormat;

/** A password made on this machine at the first start and kept in a file that only its owner may read. */
record Secret(Path file, String value) {

    private static final int BYTES = 24; // 192 bits: out of reach of guessing

    static Secret kept(Path file) throws IOException {
        if (Files.exists(file)) {
            return new Secret(file, Files.readString(file).strip());
        }
        byte[] random = new byte[BYTES];
        new SecureRandom().nextBytes(random);
        String value = HexFormat.of().formatHex(random); // hexadecimal needs no quoting in URLs, SQL or configuration
        OwnerOnly.write(file, value + "\n");
        return new Secret(file, value);
    }

    @Override
    public String toString() {
        return "Secret[" + file + "]";
    }
}
