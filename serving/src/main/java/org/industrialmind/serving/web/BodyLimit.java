package org.industrialmind.serving.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Refuses bodies that are larger than anything this API asks for: readings may be as large as ingest takes them, the cases
 * of a decision, the histories that a forecast is made from and the events of a backtest as large as the most of them are,
 * and everything else is a few words of JSON.
 * A body that does not say how long it is, is cut where the limit is passed.
 */
public final class BodyLimit extends OncePerRequestFilter {
    /** Everything else: far more than the longest reason (500 characters) needs in any encoding. */
    private static final Limit WORDS = new Limit("/", 64 << 10, "send less; /docs describes what is expected");

    private final List<Limit> limits;

    /**
     * How much may come to a path.
     *
     * @param path that path, or with a slash at its end all that lie below it
     * @param bytes the most bytes of a body
     * @param next what to do about a larger one
     */
    private record Limit(String path, int bytes, String next) {
        boolean holds(String asked) {
            return path.endsWith("/") ? asked.startsWith(path) : asked.equals(path);
        }
    }

    /** @param readings the most bytes of readings in one request */
    public BodyLimit(int readings) {
        limits = List.of(
                new Limit("/api/v1/ingest/", readings, "send the readings in several parts"),
                // 200,000 cases at 80 bytes: a risk with all its digits, the outcome, and a group of a word or three
                new Limit(
                        "/api/v1/decisions/",
                        16 << 20,
                        "send fewer cases or shorter names of groups; a sample decides as well"),
                // 200,000 rows of eight numbers at ten bytes; of more sensors there are fewer rows
                new Limit("/api/v1/life-models/", 16 << 20, "send fewer units in one request, or fewer of their rows"),
                // 10,000 known events at 200 bytes: a tag, two times and a line of words
                new Limit("/api/v1/backtests", 2 << 20, "send fewer events, or a shorter span"),
                // 1,024 channels at 1 KiB: a name, a unit, a role and a line of words
                new Limit("/api/v1/classes/", 1 << 20, "describe fewer channels, or in fewer words"));
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Limit limit = limit(request.getRequestURI());
        if (request.getContentLengthLong() > limit.bytes()) {
            BodyTooLargeException refused = new BodyTooLargeException(limit);
            ProblemWriter.write(
                    response, HttpStatus.CONTENT_TOO_LARGE, String.valueOf(refused.getMessage()), refused.next());
            return;
        }
        chain.doFilter(new Limited(request, limit), response);
    }

    private Limit limit(String path) {
        return limits.stream().filter(limit -> limit.holds(path)).findFirst().orElse(WORDS);
    }

    /** A body went on after the limit. */
    static final class BodyTooLargeException extends IOException {
        private final String next;

        private BodyTooLargeException(Limit limit) {
            super("the body is larger than " + limit.bytes() + " bytes");
            this.next = limit.next();
        }

        String next() {
            return next;
        }
    }

    private static final class Limited extends HttpServletRequestWrapper {
        private final Limit limit;

        Limited(HttpServletRequest request, Limit limit) {
            super(request);
            this.limit = limit;
        }

        @Override
        public ServletInputStream getInputStream() throws IOException {
            return new LimitedInput(super.getInputStream(), limit);
        }
    }

    private static final class LimitedInput extends ServletInputStream {
        private final ServletInputStream source;
        private final Limit limit;
        private long count;

        LimitedInput(ServletInputStream source, Limit limit) {
            this.source = source;
            this.limit = limit;
        }

        private int counted(int read) throws IOException {
            count += Math.max(read, 0);
            if (count > limit.bytes()) {
                throw new BodyTooLargeException(limit);
            }
            return read;
        }

        @Override
        public int read() throws IOException {
            int octet = source.read();
            counted(octet < 0 ? 0 : 1);
            return octet;
        }

        @Override
        public int read(byte[] into, int from, int length) throws IOException {
            return counted(source.read(into, from, length));
        }

        @Override
        public boolean isFinished() {
            return source.isFinished();
        }

        @Override
        public boolean isReady() {
            return source.isReady();
        }

        @Override
        public void setReadListener(ReadListener listener) {
            source.setReadListener(listener);
        }
    }
}
