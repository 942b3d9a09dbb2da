package org.industrialmind.learning.tabular.table;

import com.github.luben.zstd.Zstd;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.zip.GZIPInputStream;
import org.apache.parquet.bytes.BytesInput;
import org.apache.parquet.compression.CompressionCodecFactory;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.xerial.snappy.Snappy;

/** Unpacks the pages of a Parquet file without the codecs of Hadoop, which the library would look for. */
final class Unpacking implements CompressionCodecFactory {
    @Override
    public BytesInputDecompressor getDecompressor(CompressionCodecName codec) {
        return new Pages(codec);
    }

    @Override
    public BytesInputCompressor getCompressor(CompressionCodecName codec) {
        throw new IllegalStateException("asked to pack by " + codec + " while a file is read");
    }

    @Override
    public void release() {}

    private record Pages(CompressionCodecName codec) implements BytesInputDecompressor {
        @Override
        public BytesInput decompress(BytesInput packed, int size) throws IOException {
            return BytesInput.from(unpacked(packed.toByteArray(), size));
        }

        @Override
        public void decompress(ByteBuffer packed, int packedSize, ByteBuffer plain, int size) throws IOException {
            byte[] bytes = new byte[packedSize];
            packed.get(bytes);
            plain.put(unpacked(bytes, size));
        }

        private byte[] unpacked(byte[] packed, int size) throws IOException {
            byte[] plain = switch (codec) {
                case UNCOMPRESSED -> packed;
                case SNAPPY -> Snappy.uncompress(packed);
                case ZSTD -> Zstd.decompress(packed, size);
                case GZIP -> {
                    try (GZIPInputStream stream = new GZIPInputStream(new ByteArrayInputStream(packed))) {
                        yield stream.readNBytes(size);
                    }
                }
                case LZO, BROTLI, LZ4, LZ4_RAW ->
                    throw new MalformedTableException("the file is packed by " + codec
                            + ": expected SNAPPY, GZIP, ZSTD or UNCOMPRESSED, pack it anew");
            };
            if (plain.length != size) {
                throw new MalformedTableException("a page unpacks to " + plain.length + " bytes: its head says " + size
                        + ", the file is damaged");
            }
            return plain;
        }

        @Override
        public void release() {}
    }
}
