package org.industrialmind.app.command;

import java.util.function.Function;
import java.util.function.Supplier;
import org.industrialmind.app.life.LifeMethod;
import org.industrialmind.app.training.DetectorKind;
import org.industrialmind.learning.regime.RegimeMethod;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.TypeConversionException;

/** Turns words of the command line into values before any work begins, so that a wrong word ends with exit code 2. */
final class Words {
    private Words() {}

    /** A kind of detector by its code. */
    static final class Detector implements ITypeConverter<DetectorKind> {
        @Override
        public DetectorKind convert(String word) {
            return converted(word, DetectorKind::parse);
        }
    }

    /** A method of forecasting remaining life by its code. */
    static final class Life implements ITypeConverter<LifeMethod> {
        @Override
        public LifeMethod convert(String word) {
            return converted(word, LifeMethod::parse);
        }
    }

    /** A way to tell ways of running apart by its code. */
    static final class Regime implements ITypeConverter<RegimeMethod> {
        @Override
        public RegimeMethod convert(String word) {
            return converted(word, RegimeMethod::parse);
        }
    }

    private static <T> T converted(String word, Function<String, T> reading) {
        try {
            return reading.apply(word);
        } catch (IllegalArgumentException wrong) {
            throw new TypeConversionException(wrong.getMessage());
        }
    }

    /** Runs what makes a value of several words. */
    static <T> T understood(CommandSpec command, Supplier<T> reading) {
        try {
            return reading.get();
        } catch (IllegalArgumentException wrong) {
            throw new ParameterException(command.commandLine(), String.valueOf(wrong.getMessage()), wrong);
        }
    }
}
