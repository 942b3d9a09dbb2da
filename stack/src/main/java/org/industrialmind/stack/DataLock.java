package org.industrialmind.stack;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/** The claim of one stack on a data folder. The operating system ends it with the process, so a crash leaves no stale claim. */
final class DataLock implements AutoCloseable {

    private final FileChannel channel;

    private DataLock(FileChannel channel) {
        this.channel = channel;
    }

    /** @throws StackException if another stack holds the folder, naming its process */
    static DataLock take(Path data) throws IOException {
        Path file = data.resolve("stack.lock");
        FileChannel channel =
                FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
        if (tryLock(channel) == null) {
            String holder = Files.readString(file).strip();
            channel.close();
            throw new StackException(
                    "a stack (process %s) already runs on %s".formatted(holder.isEmpty() ? "unknown" : holder, data),
                    "Stop it, use its addresses in %s, or choose another folder with --data."
                            .formatted(data.resolve("stack.json")));
        }
        channel.truncate(0);
        channel.write(
                ByteBuffer.wrap(Long.toString(ProcessHandle.current().pid()).getBytes(StandardCharsets.US_ASCII)));
        return new DataLock(channel);
    }

    private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException heldByThisProcess) {
            return null;
        }
    }

    @Override
    public void close() throws IOException {
        channel.close(); // lets the lock go
    }
}
