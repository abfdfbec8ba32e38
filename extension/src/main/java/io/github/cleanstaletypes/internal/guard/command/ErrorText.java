package io.github.cleanstaletypes.internal.guard.command;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** The beginning and the end of what a command wrote, in bounded memory: 64 KiB each. Can be shared between threads. */
public final class ErrorText {

    static final int PART = 64 * 1024;

    private final ByteArrayOutputStream head = new ByteArrayOutputStream();
    private final byte[] tail = new byte[PART];
    private long inTail;

    synchronized void add(byte[] bytes, int length) {
        int first = Math.min(length, PART - head.size());
        head.write(bytes, 0, first);
        for (int i = first; i < length; i++) {
            tail[(int) (inTail++ % PART)] = bytes[i];
        }
    }

    /** As UTF-8, with a line of its own where something is left out. */
    public String text() {
        return new String(bytes(), StandardCharsets.UTF_8);
    }

    private synchronized byte[] bytes() {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        all.writeBytes(head.toByteArray());
        int kept = (int) Math.min(inTail, PART);
        if (inTail > kept) {
            all.writeBytes(("\n[" + (inTail - kept) + " bytes left out]\n").getBytes(StandardCharsets.US_ASCII));
        }
        for (long i = inTail - kept; i < inTail; i++) {
            all.write(tail[(int) (i % PART)]);
        }
        return all.toByteArray();
    }
}
