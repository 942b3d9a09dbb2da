package org.industrialmind.learning.tabular.selection;

import java.util.List;
import java.util.Optional;

/** One setting that a search may turn, with its range. */
public sealed interface Parameter {
    String name();

    /** Returns when the parameter exists; empty if it always does. */
    Optional<Condition> condition();

    /** Returns this parameter, existing only while the choice has one of these options. */
    Parameter when(String choice, String... options);

    /** How a range is walked: by equal differences, or by equal ratios. */
    enum Scale {
        LINEAR,
        LOG
    }

    static Parameter real(String name, double low, double high) {
        return new Real(name, low, high, Scale.LINEAR, Optional.empty());
    }

    /** Returns a real number whose order of magnitude is looked for. */
    static Parameter log(String name, double low, double high) {
        return new Real(name, low, high, Scale.LOG, Optional.empty());
    }

    /** Returns a whole number, both ends included. */
    static Parameter whole(String name, int low, int high) {
        return new Whole(name, low, high, Scale.LINEAR, Optional.empty());
    }

    /** Returns a whole number whose order of magnitude is looked for, both ends included. */
    static Parameter wholeLog(String name, int low, int high) {
        return new Whole(name, low, high, Scale.LOG, Optional.empty());
    }

    static Parameter choice(String name, String... options) {
        return new Choice(name, List.of(options), Optional.empty());
    }

    /** A number, seen by a search as a place between 0 and 1. */
    sealed interface Numeric extends Parameter {
        /** Returns the value at a place between 0 and 1. */
        Object at(double unit);

        /** Returns the place of a value of a candidate. */
        double unit(Candidate candidate);
    }

    /** A real number in [low, high]. */
    record Real(String name, double low, double high, Scale scale, Optional<Condition> condition) implements Numeric {
        public Real {
            if (!(low < high) || !Double.isFinite(high - low) || (scale == Scale.LOG && low <= 0)) {
                throw new IllegalArgumentException("the range of '" + name + "' is [" + low + ", " + high
                        + "]: expected finite ends, low below high, and above 0 on a log scale");
            }
        }

        @Override
        public Parameter when(String choice, String... options) {
            return new Real(name, low, high, scale, Optional.of(new Condition(choice, List.of(options))));
        }

        @Override
        public Object at(double unit) {
            double value = switch (scale) {
                case LINEAR -> low + unit * (high - low);
                case LOG -> low * Math.pow(high / low, unit);
            };
            return Math.clamp(value, low, high);
        }

        @Override
        public double unit(Candidate candidate) {
            double value = candidate.real(name);
            return switch (scale) {
                case LINEAR -> (value - low) / (high - low);
                case LOG -> Math.log(value / low) / Math.log(high / low);
            };
        }
    }

    /** A whole number in [low, high]; each is a bin of the unit range. */
    record Whole(String name, int low, int high, Scale scale, Optional<Condition> condition) implements Numeric {
        public Whole {
            if (low > high || (scale == Scale.LOG && low < 1)) {
                throw new IllegalArgumentException("the range of '" + name + "' is [" + low + ", " + high
                        + "]: expected low not above high, and at least 1 on a log scale");
            }
        }

        @Override
        public Parameter when(String choice, String... options) {
            return new Whole(name, low, high, scale, Optional.of(new Condition(choice, List.of(options))));
        }

        @Override
        public Object at(double unit) {
            double from = low - 0.5;
            double width = (double) high - low + 1;
            double value = switch (scale) {
                case LINEAR -> from + unit * width;
                case LOG -> from * Math.pow((from + width) / from, unit);
            };
            return (int) Math.clamp(Math.round(value), low, high);
        }

        @Override
        public double unit(Candidate candidate) {
            double from = low - 0.5;
            double width = (double) high - low + 1;
            double value = candidate.whole(name);
            return switch (scale) {
                case LINEAR -> (value - from) / width;
                case LOG -> Math.log(value / from) / Math.log((from + width) / from);
            };
        }
    }

    /** One of several words. */
    record Choice(String name, List<String> options, Optional<Condition> condition) implements Parameter {
        public Choice {
            options = List.copyOf(options);
            if (options.isEmpty() || options.stream().distinct().count() < options.size()) {
                throw new IllegalArgumentException(
                        "the options of '" + name + "' are " + options + ": expected at least one, all different");
            }
        }

        @Override
        public Parameter when(String choice, String... options) {
            return new Choice(name, this.options, Optional.of(new Condition(choice, List.of(options))));
        }
    }
}
