/**
 * Networks as values, trained on libtorch. Nothing native leaves this package: what goes in and comes out are arrays of floats,
 * records and state dictionaries.
 *
 * <p>A network is a list of layers, a fit is its settings, and both can be printed, compared and kept:
 *
 * <pre>{@code
 * NetworkSpec spec = new NetworkSpec(List.of(14, 60), Blocks.row(          // [sensor, time]
 *         Blocks.patchEmbedding(60, 10, 5, 64),                            // -> [sensor, patch, 64]
 *         List.of(new LearnedPositions(List.of(14, 1, 64))),               // which sensor
 *         Blocks.twoStage(64, 4, 128, 0.1),                                // along time, then across sensors
 *         List.of(new LayerNorm(64), new MeanOverTime(), new Flatten(), new Dense(14 * 64, 7))));
 *
 * Loss.Parts loss = new Loss.Parts(
 *         new Part("life", 3, new Loss.Pinball(List.of(0.05, 0.5, 0.95)), 1),
 *         new Part("mode", 4, new Loss.CrossEntropy(), 0.3));
 *
 * try (Network network = Network.create(spec, seed)) {
 *     FitSettings settings = FitSettings.defaults().withLoss(loss).withWeightDecay(0.01)
 *             .withSchedule(new Schedule.Cosine(0.1));
 *     Fit.Report report = Fit.of(network, settings, seed).notedIn(Logbook.in(folder, reader)).run(training, heldOut);
 *     Files.write(picture, report.curve().chart("remaining life").bytes());
 *     byte[] onnx = OnnxWriter.write(spec, network.state());               // torch.onnx: the same records, to score
 * }
 * }</pre>
 */
@NullMarked
package org.industrialmind.torch.nn;

import org.jspecify.annotations.NullMarked;
