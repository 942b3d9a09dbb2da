package org.industrialmind.benchmarks;

import static org.bytedeco.openblas.global.openblas.CblasNoTrans;
import static org.bytedeco.openblas.global.openblas.CblasRowMajor;
import static org.bytedeco.openblas.global.openblas.LAPACKE_dgesdd;
import static org.bytedeco.openblas.global.openblas.LAPACK_COL_MAJOR;
import static org.bytedeco.openblas.global.openblas.cblas_dgemm;
import static org.bytedeco.openblas.global.openblas.cblas_sgemm;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.bytedeco.javacpp.DoublePointer;
import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.javacpp.Pointer;
import org.industrialmind.foundations.algebra.Gemm;
import org.industrialmind.foundations.algebra.Matrix;
import org.industrialmind.foundations.algebra.SingularValues;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/**
 * Products and singular values, ours against OpenBLAS and its LAPACK.
 *
 * <p>The peer reads native memory, so that no copy from the Java heap is held against it, and is asked for the fastest
 * driver it has (divide and conquer, dgesdd). Both get the same number of threads by the run script.
 */
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 4, time = 1)
@Measurement(iterations = 6, time = 1)
public class AlgebraBenchmark {
    private static final long SEED = 20261120;

    /** Two square matrices of doubles and their product. */
    @State(Scope.Benchmark)
    public static class Doubles {
        @Param({"512", "1024"})
        int size;

        double[] a = {};
        double[] b = {};
        double[] c = {};
        DoublePointer nativeA = new DoublePointer((Pointer) null);
        DoublePointer nativeB = new DoublePointer((Pointer) null);
        DoublePointer nativeC = new DoublePointer((Pointer) null);

        /** Fills both sides with the same numbers. */
        @Setup
        public void fill() {
            Random random = new Random(SEED);
            a = random.doubles((long) size * size, -1, 1).toArray();
            b = random.doubles((long) size * size, -1, 1).toArray();
            c = new double[size * size];
            nativeA = new DoublePointer(a);
            nativeB = new DoublePointer(b);
            nativeC = new DoublePointer(c);
        }
    }

    /** Two square matrices of floats and their product. */
    @State(Scope.Benchmark)
    public static class Floats {
        @Param({"512", "1024"})
        int size;

        float[] a = {};
        float[] b = {};
        float[] c = {};
        FloatPointer nativeA = new FloatPointer((Pointer) null);
        FloatPointer nativeB = new FloatPointer((Pointer) null);
        FloatPointer nativeC = new FloatPointer((Pointer) null);

        /** Fills both sides with the same numbers. */
        @Setup
        public void fill() {
            Random random = new Random(SEED);
            a = new float[size * size];
            b = new float[size * size];
            c = new float[size * size];
            for (int i = 0; i < a.length; i++) {
                a[i] = random.nextFloat(-1, 1);
                b[i] = random.nextFloat(-1, 1);
            }
            nativeA = new FloatPointer(a);
            nativeB = new FloatPointer(b);
            nativeC = new FloatPointer(c);
        }
    }

    /** A tall matrix and room for its decomposition. */
    @State(Scope.Benchmark)
    public static class Tall {
        @Param("1000")
        int rows;

        @Param("500")
        int columns;

        Matrix matrix = Matrix.identity(1);
        DoublePointer original = new DoublePointer((Pointer) null);
        DoublePointer overwritten = new DoublePointer((Pointer) null);
        DoublePointer s = new DoublePointer((Pointer) null);
        DoublePointer u = new DoublePointer((Pointer) null);
        DoublePointer vt = new DoublePointer((Pointer) null);

        /** Fills both sides with the same numbers. */
        @Setup
        public void fill() {
            double[] values =
                    new Random(SEED).doubles((long) rows * columns, -1, 1).toArray();
            matrix = Matrix.of(rows, columns, values);
            original = new DoublePointer(matrix.transposed().toArray()); // the order LAPACK works in
            overwritten = new DoublePointer((long) rows * columns);
            s = new DoublePointer(columns);
            u = new DoublePointer((long) rows * columns);
            vt = new DoublePointer((long) columns * columns);
        }
    }

    @Benchmark
    public double[] doublesOurs(Doubles at) {
        Gemm.add(at.size, at.size, at.size, at.a, at.b, at.c);
        return at.c;
    }

    @Benchmark
    public DoublePointer doublesOpenblas(Doubles at) {
        int n = at.size;
        cblas_dgemm(
                CblasRowMajor, CblasNoTrans, CblasNoTrans, n, n, n, 1, at.nativeA, n, at.nativeB, n, 1, at.nativeC, n);
        return at.nativeC;
    }

    @Benchmark
    public float[] floatsOurs(Floats at) {
        Gemm.add(at.size, at.size, at.size, at.a, at.b, at.c);
        return at.c;
    }

    @Benchmark
    public FloatPointer floatsOpenblas(Floats at) {
        int n = at.size;
        cblas_sgemm(
                CblasRowMajor, CblasNoTrans, CblasNoTrans, n, n, n, 1, at.nativeA, n, at.nativeB, n, 1, at.nativeC, n);
        return at.nativeC;
    }

    @Benchmark
    public SingularValues singularOurs(Tall at) {
        return SingularValues.of(at.matrix);
    }

    @Benchmark
    public DoublePointer singularOpenblas(Tall at) {
        Pointer.memcpy(at.overwritten, at.original, (long) Double.BYTES * at.rows * at.columns);
        int failed = LAPACKE_dgesdd(
                LAPACK_COL_MAJOR,
                (byte) 'S',
                at.rows,
                at.columns,
                at.overwritten,
                at.rows,
                at.s,
                at.u,
                at.rows,
                at.vt,
                at.columns);
        if (failed != 0) {
            throw new IllegalStateException("dgesdd returned " + failed + ": expected 0");
        }
        return at.s;
    }

    /** Runs all of them, prints the table and writes the report to the folder given, or to the build's. */
    public static void main(String[] arguments) throws RunnerException, IOException {
        Collection<RunResult> results = new Runner(new OptionsBuilder()
                        .include(AlgebraBenchmark.class.getName() + "\\.")
                        .build())
                .run();
        Report report = new Report("algebra", "openblas");
        for (int size : new int[] {512, 1024}) {
            double operations = 2.0 * size * size * size;
            report.add(row(results, "product float64 " + size, "doubles", String.valueOf(size), operations));
            report.add(row(results, "product float32 " + size, "floats", String.valueOf(size), operations));
        }
        report.add(row(results, "svd 1000 x 500", "singular", null, 0));
        System.out.println(report.table());
        System.out.println(report.write(Path.of(arguments.length > 0 ? arguments[0] : "benchmarks/target/reports")));
    }

    private static Report.Row row(
            Collection<RunResult> results, String task, String method, @Nullable String size, double operations) {
        return new Report.Row(
                task, time(results, method + "Ours", size), time(results, method + "Openblas", size), operations);
    }

    /** Returns the tenth percentile of single calls: neighbours on the machine only ever add to a time. */
    private static double time(Collection<RunResult> results, String method, @Nullable String size) {
        return results.stream()
                .filter(result -> result.getParams().getBenchmark().endsWith("." + method))
                .filter(result -> size == null || size.equals(result.getParams().getParam("size")))
                .mapToDouble(result -> result.getPrimaryResult().getStatistics().getPercentile(10))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("the run has no result of " + method));
    }
}
