import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/**
 * Stores what a start reads from a jar, classes and statements, without compressing it: inflating them takes a tenth of the processor's time
 * of a whole check. All else stays compressed, and order and times stay as they are. The build runs this file as it is.
 */
final class StoredJar {

    private StoredJar() {}

    public static void main(String[] arguments) throws IOException {
        Path jar = Path.of(arguments[0]);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipFile from = new ZipFile(jar.toFile());
                ZipOutputStream to = new ZipOutputStream(bytes)) {
            for (ZipEntry entry : from.stream().toList()) {
                byte[] content = from.getInputStream(entry).readAllBytes();
                to.putNextEntry(of(entry, content));
                to.write(content);
                to.closeEntry();
            }
        }
        Files.write(jar, bytes.toByteArray());
    }

    private static ZipEntry of(ZipEntry from, byte[] content) {
        ZipEntry entry = new ZipEntry(from);
        if (from.getName().endsWith(".class") || from.getName().endsWith(".sql") || from.isDirectory()) {
            CRC32 crc = new CRC32();
            crc.update(content);
            entry.setMethod(ZipEntry.STORED);
            entry.setSize(content.length);
            entry.setCompressedSize(content.length);
            entry.setCrc(crc.getValue());
        } else {
            entry.setMethod(ZipEntry.DEFLATED);
            entry.setCompressedSize(-1);
        }
        return entry;
    }
}
