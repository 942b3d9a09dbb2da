package org.industrialmind.serving.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpStatus;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Refuses bodies that are larger than anything this API asks for: readings may be as large as ingest takes them, the cases
 * of a decision, the histories that a forecast is made from and the events of a backtest as large as the most of them are,
 * and everything else is a few words of JSON.
 * A body that does not say how long it is, is cut where the limit is passed.
 */
public final class BodyLimit extends OncePerRequestFilter {
    /** Far more than the longest reason (500 characters) needs in any encoding. */
    static final int WORDS = 64 << 10;

    /** 200,000 cases at 80 bytes: a risk with all its digits, the outcome, and a group of a word or three. */
    static final int CASES = 16 << 20;

    /** 200,000 rows of eight numbers at ten bytes; of more sensors there are fewer rows. */
    static final int HISTORIES = 16 << 20;

    /** 10,000 known events at 200 bytes: a tag, two times and a line of words. */
    static final int EVENTS = 2 << 20;

    /** 1,024 channels at 1 KiB: a name, a unit, a role and a line of words. */
    static final int CHANNELS = 1 << 20;

    private static final String READINGS_PATH = "/api/v1/ingest/";
    private static final String CASES_PATH = "/api/v1/decisions/";
    private static final String HISTORIES_PATH = "/api/v1/life-models/";
    private static final String EVENTS_PATH = "/api/v1/backtests";
    private static final String CHANNELS_PATH = "/api/v1/classes/";

    private final int readings;

    /** @param readings the most bytes of readings in one request */
    public BodyLimit(int readings) {
        this.readings = readings;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        int limit = limit(request.getRequestURI());
        if (request.getContentLengthLong() > limit) {
            BodyTooLargeException refused = new BodyTooLargeException(limit);
            ProblemWriter.write(
                    response, HttpStatus.CONTENT_TOO_LARGE, String.valueOf(refused.getMessage()), refused.next());
            return;
        }
        chain.doFilter(new Limited(request, limit), response);
    }

    private int limit(String path) {
        if (path.startsWith(READINGS_PATH)) {
            return readings;
        }
        if (path.startsWith(CASES_PATH)) {
            return CASES;
        }
        if (path.startsWith(HISTORIES_PATH)) {
            return HISTORIES;
        }
        if (path.startsWith(CHANNELS_PATH)) {
            return CHANNELS;
        }
        return path.equals(EVENTS_PATH) ? EVENTS : WORDS;
    }

    /** A body went on after the limit. */
    static final class BodyTooLargeException extends IOException {
        private final int limit;

        BodyTooLargeException(int limit) {
            super("the body is larger than " + limit + " bytes");
            this.limit = limit;
        }

        String next() {
            return switch (limit) {
                case WORDS -> "send less; /docs describes what is expected";
                case EVENTS -> "send fewer events, or a shorter span";
                case CHANNELS -> "describe fewer channels, or in fewer words";
                case CASES -> "send fewer cases or shorter names of groups; a sample decides as well";
                default -> "send the readings in several parts";
            };
        }
    }

    private static final class Limited extends HttpServletRequestWrapper {
        private final int limit;

        Limited(HttpServletRequest request, int limit) {
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
        private final int limit;
        private long count;

        LimitedInput(ServletInputStream source, int limit) {
            this.source = source;
            this.limit = limit;
        }

        private int counted(int read) throws IOException {
            count += Math.max(read, 0);
            if (count > limit) {
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
