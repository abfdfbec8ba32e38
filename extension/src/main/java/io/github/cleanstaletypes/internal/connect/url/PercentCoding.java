package io.github.cleanstaletypes.internal.connect.url;

import io.github.cleanstaletypes.internal.connect.setting.Setting;
import io.github.cleanstaletypes.internal.connect.setting.SettingsException;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** Percent-encoding of RFC 3986, as strict as libpq: a plus sign is a plus sign, and no zero byte. */
final class PercentCoding {

    private PercentCoding() {}

    /**
     * Decodes one part of a URL.
     *
     * @param part what a message calls this part, such as {@code the password}
     */
    static String decode(Setting url, String part, String encoded) {
        byte[] bytes = encoded.getBytes(StandardCharsets.UTF_8);
        ByteArrayOutputStream decoded = new ByteArrayOutputStream(bytes.length);
        for (int i = 0; i < bytes.length; i++) {
            if (bytes[i] == '%') {
                int octet = i + 2 < bytes.length ? octet(bytes[i + 1], bytes[i + 2]) : -1;
                if (octet <= 0) {
                    throw bad(url, part);
                }
                decoded.write(octet);
                i += 2;
            } else {
                decoded.write(bytes[i]);
            }
        }
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(decoded.toByteArray()))
                    .toString();
        } catch (CharacterCodingException e) {
            throw bad(url, part);
        }
    }

    private static int octet(byte high, byte low) {
        int first = Character.digit(high, 16);
        int second = Character.digit(low, 16);
        return first < 0 || second < 0 ? -1 : first * 16 + second;
    }

    private static SettingsException bad(Setting url, String part) {
        return url.problem("bad percent-encoding in " + part + "; write \"%\" itself as %25");
    }
}
