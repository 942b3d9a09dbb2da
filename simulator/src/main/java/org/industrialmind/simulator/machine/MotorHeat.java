package org.industrialmind.simulator.machine;

/**
 * The heat of an induction motor as two bodies, winding and frame: copper loss enters the winding, iron loss the frame,
 * and the frame gives both to the air. About 80 K of winding rise at nominal load, reached with half an hour's time
 * constant.
 *
 * @see "IEC 60034-1, thermal classes; two-body model as in Boglietti et al. 2009, IEEE Trans. Ind. Electron. 56(3)"
 */
final class MotorHeat {
    private static final double LOSS_OF_22_KW = 0.95; // kW, copper and iron each
    private static final double COPPER_COEFFICIENT = 0.0039; // resistance per kelvin, about 100 degC
    private static final double WINDING_TO_FRAME = 16; // K/kW of the 22 kW motor
    private static final double FRAME_TO_AIR = 34; // K/kW of the 22 kW motor
    private static final double WINDING_CAPACITY = 10; // kJ/K of the 22 kW motor
    private static final double FRAME_CAPACITY = 43; // kJ/K of the 22 kW motor

    private boolean started;
    private double winding;
    private double frame;

    /**
     * Lets one second pass; a larger motor has the same temperatures, since its losses, surfaces and masses grow together.
     *
     * @param load relative to nominal power; 0 with {@code turning} false is standstill
     * @param blockage of the cooling, 0 to 1
     * @param extraCopperLoss relative to nominal copper loss, such as from unbalanced phases
     */
    void step(double load, boolean turning, double ambient, double blockage, double extraCopperLoss) {
        if (!started) {
            started = true;
            winding = ambient;
            frame = ambient;
        }
        double copper = LOSS_OF_22_KW * (load * load + extraCopperLoss) * (1 + COPPER_COEFFICIENT * (winding - 100));
        double iron = turning ? LOSS_OF_22_KW : 0;
        double inward = (winding - frame) / WINDING_TO_FRAME;
        double outward = (frame - ambient) / (FRAME_TO_AIR * (1 + 1.5 * blockage));
        winding += (copper - inward) / WINDING_CAPACITY;
        frame += (inward + iron - outward) / FRAME_CAPACITY;
    }

    double winding() {
        return winding;
    }

    double frame() {
        return frame;
    }
}
