package org.industrialmind.simulator;

import java.util.SplittableRandom;

/**
 * A 64-bit seed that has as many independent children as there are names.
 *
 * <p>Every random thing in the plant draws from a generator of its own, named by what it is for
 * ({@code seed.child("P-101").child("flow")}), so the numbers it sees depend neither on the order in which machines are
 * stepped nor on what else is simulated. Generators are SplitMix64, and the physics uses {@link StrictMath} for every
 * transcendental function, so a run is the same to the bit on every platform.
 *
 * @see "Steele, Lea, Flood 2014, Fast Splittable Pseudorandom Number Generators, OOPSLA"
 */
public record Seed(long value) {
    private static final long FNV_OFFSET = 0xcbf29ce484222325L;
    private static final long FNV_PRIME = 0x100000001b3L;

    /** Returns the seed of that name below this one. */
    public Seed child(String name) {
        long hash = FNV_OFFSET;
        for (int i = 0; i < name.length(); i++) {
            hash = (hash ^ name.charAt(i)) * FNV_PRIME;
        }
        return new Seed(mixed(value + mixed(hash)));
    }

    /** Returns a fresh generator that begins at this seed. */
    public SplittableRandom generator() {
        return new SplittableRandom(value);
    }

    /** The finaliser of SplitMix64 (variant 13 of Stafford), which turns near seeds into far ones. */
    private static long mixed(long z) {
        z = (z ^ (z >>> 30)) * 0xbf58476d1ce4e5b9L;
        z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
        return z ^ (z >>> 31);
    }
}
