package org.industrialmind.learning.prognosis.model;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.industrialmind.learning.format.NamedTensors;
import org.industrialmind.learning.prognosis.LifeQuestion;
import org.industrialmind.learning.prognosis.RunToFailure;
import org.industrialmind.learning.prognosis.feature.LifeFeatures;

/** The methods that look at the features of a moment and nothing else: what they look at, and how they are brought back. */
enum FeatureMethod {
    CONSTANT(View.AGE, ConstantAnswers::restore),
    WEIBULL(View.AGE, WeibullAnswers::restore),
    RIDGE(View.ALONG, RidgeAnswers::restore),
    COX(View.BRIEF, CoxAnswers::restore),
    TREES(View.ALONG, TreesAnswers::restore);

    /** How answers are made of what was kept. */
    private interface Restoring {
        Answers of(LifeQuestion question, List<String> modes, int columns, NamedTensors tensors);
    }

    /** What a method looks at. */
    private enum View {
        /** The age of the unit alone. */
        AGE {
            @Override
            double[][] rows(Optional<LifeFeatures> features, RunToFailure run) {
                double[][] ages = new double[run.rows()][1];
                for (int row = 0; row < ages.length; row++) {
                    ages[row][0] = run.age(row);
                }
                return ages;
            }

            @Override
            int columns(Optional<LifeFeatures> features) {
                return 1;
            }
        },
        /** Few features that say most. */
        BRIEF {
            @Override
            double[][] rows(Optional<LifeFeatures> features, RunToFailure run) {
                return features.orElseThrow().brief(run);
            }

            @Override
            int columns(Optional<LifeFeatures> features) {
                return features.orElseThrow().briefNames().size();
            }
        },
        /** All features. */
        ALONG {
            @Override
            double[][] rows(Optional<LifeFeatures> features, RunToFailure run) {
                return features.orElseThrow().along(run);
            }

            @Override
            int columns(Optional<LifeFeatures> features) {
                return features.orElseThrow().names().size();
            }
        };

        abstract double[][] rows(Optional<LifeFeatures> features, RunToFailure run);

        abstract int columns(Optional<LifeFeatures> features);
    }

    private final View view;

    @SuppressWarnings("ImmutableEnumChecker") // the functions hold nothing
    private final Restoring restoring;

    FeatureMethod(View view, Restoring restoring) {
        this.view = view;
        this.restoring = restoring;
    }

    /** Returns the kind of its models. */
    String kind() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Returns whether the method looks at more than the age. */
    boolean needsFeatures() {
        return view != View.AGE;
    }

    /**
     * Returns what the method looks at after each row of a run. Shape: [row, feature].
     *
     * @param features there for a method that needs them
     */
    double[][] rows(Optional<LifeFeatures> features, RunToFailure run) {
        return view.rows(features, run);
    }

    /**
     * Brings answers back.
     *
     * @param modes that are told apart by what was kept
     * @throws IllegalArgumentException if the tensors are not what the method keeps
     */
    Answers restore(LifeQuestion question, List<String> modes, Optional<LifeFeatures> features, NamedTensors tensors) {
        return restoring.of(question, modes, view.columns(features), tensors);
    }
}
