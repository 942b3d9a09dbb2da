package org.industrialmind.learning.novelty;

import java.util.ArrayList;
import java.util.List;
import org.industrialmind.foundations.algebra.CholeskyDecomposition;
import org.industrialmind.foundations.algebra.Matrix;

/**
 * By how much the combined index of principal components falls if all features of one channel are put right at once:
 * (E' Phi x)' (E' Phi E)^-1 (E' Phi x), E choosing the features of the channel.
 *
 * <p>Features lie in groups of one each channel: feature i belongs to channel i modulo the number of channels.
 *
 * @see "Alcala and Qin 2009, Reconstruction-based contribution for process monitoring, Automatica 45(7), section 3.3"
 */
final class SubspaceContributions {
    private final PrincipalComponents components;
    private final int channels;
    private final List<CholeskyDecomposition> ofChannel = new ArrayList<>(); // of E' Phi E
    private final double[] scratch;

    SubspaceContributions(PrincipalComponents components, int channels) {
        this.components = components;
        this.channels = channels;
        scratch = new double[components.kept()];
        int groups = components.size() / channels;
        for (int c = 0; c < channels; c++) {
            double[] block = new double[groups * groups];
            for (int g = 0; g < groups; g++) {
                for (int h = 0; h < groups; h++) {
                    block[g * groups + h] = components.phi(g * channels + c, h * channels + c);
                }
            }
            ofChannel.add(CholeskyDecomposition.of(Matrix.of(groups, groups, block)));
        }
    }

    /** Adds the contribution of each channel to the features. Shape: features [group, channel], sums [channel]. */
    void add(double[] features, double[] sums) {
        components.distance(features, scratch);
        double[] gradient = components.gradient(features, scratch);
        double[] own = new double[gradient.length / channels];
        for (int c = 0; c < channels; c++) {
            for (int g = 0; g < own.length; g++) {
                own[g] = gradient[g * channels + c];
            }
            sums[c] += ofChannel.get(c).squaredDistance(own);
        }
    }
}
