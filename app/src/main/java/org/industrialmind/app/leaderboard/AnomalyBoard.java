package org.industrialmind.app.leaderboard;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import org.industrialmind.app.evaluate.DataSet;

/** The data sets that detectors are measured on, by the name that users give. */
public enum AnomalyBoard {
    SKAB {
        @Override
        public Evaluation evaluation(BoardRequest request) {
            return new BoardEvaluation(new RecordedBoard(request.plan(DataSet.SKAB)), request);
        }
    },
    TEP {
        @Override
        public Evaluation evaluation(BoardRequest request) {
            return new BoardEvaluation(new TepBoard(), request);
        }
    },
    SMAP_MSL {
        @Override
        public Evaluation evaluation(BoardRequest request) {
            return new BoardEvaluation(new SpacecraftBoard(), request);
        }
    },
    NAB {
        @Override
        public Evaluation evaluation(BoardRequest request) {
            return new BoardEvaluation(new NabBoard(), request);
        }
    },
    UCR {
        @Override
        public Evaluation evaluation(BoardRequest request) {
            return new BoardEvaluation(new UcrBoard(), request);
        }
    },
    CWRU {
        @Override
        public Evaluation evaluation(BoardRequest request) {
            return new CaseWesternEvaluation(request);
        }
    },
    CSV {
        @Override
        public Evaluation evaluation(BoardRequest request) {
            return new BoardEvaluation(new RecordedBoard(request.plan(DataSet.CSV)), request);
        }
    };

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Returns what measures on the data set. */
    public abstract Evaluation evaluation(BoardRequest request);

    /** Returns whether the data set is made of recordings that can also be replayed. */
    public boolean recorded() {
        return this == SKAB || this == CSV;
    }

    /** @throws IllegalArgumentException if there is no such data set; the message lists them */
    public static AnomalyBoard parse(String code) {
        return Arrays.stream(values())
                .filter(board -> board.code().equals(code))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("there is no data set '" + code
                        + "'; next: use one of "
                        + Arrays.stream(values()).map(AnomalyBoard::code).collect(Collectors.joining(", "))));
    }
}
