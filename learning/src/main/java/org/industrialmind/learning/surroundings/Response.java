package org.industrialmind.learning.surroundings;

import java.util.List;

/** How the judged channels of one machine in one regime answer to what bears on them. */
final class Response {
    private final double[] usual;
    private final List<Answer> answers;

    /**
     * Takes the array as it is; the caller gives it away.
     *
     * @param usual influences, at which the regime was learned
     * @param answers one for each judged channel
     */
    Response(double[] usual, List<Answer> answers) {
        this.usual = usual;
        this.answers = List.copyOf(answers);
    }

    double[] usual() {
        return usual;
    }

    List<Answer> answers() {
        return answers;
    }

    Answer answer(int judged) {
        return answers.get(judged);
    }
}
