package org.industrialmind.learning.vibration.bearing;

/**
 * The four numbers that fix where a bearing's faults show.
 *
 * <p>A rolling element that does not slip moves at the mean speed of the two surfaces it touches: everything follows from
 * that. Real ones slip by a percent or two, since the load angle varies.
 *
 * @param elements rolling elements in a row
 * @param elementDiameter of a ball or roller, mm
 * @param pitchDiameter of the circle of their centres, mm
 * @param contactAngle between the load and the plane of the bearing, degrees
 * @see "Randall and Antoni 2011, Rolling element bearing diagnostics - a tutorial, MSSP 25(2), equations 1 to 4"
 */
public record BearingGeometry(int elements, double elementDiameter, double pitchDiameter, double contactAngle) {
    /**
     * @throws IllegalArgumentException unless there are at least three elements that fit beside each other on their circle,
     *     and the angle is from 0 to below 90 degrees
     */
    public BearingGeometry {
        boolean fits = elements >= 3
                && elementDiameter > 0
                && elementDiameter <= pitchDiameter * Math.sin(Math.PI / elements)
                && Double.isFinite(pitchDiameter);
        if (!fits || !(contactAngle >= 0 && contactAngle < 90)) {
            throw new IllegalArgumentException(elements + " elements of " + elementDiameter + " mm on a circle of "
                    + pitchDiameter + " mm at " + contactAngle
                    + " degrees: expected at least three that fit beside each"
                    + " other, and an angle from 0 to below 90 degrees");
        }
    }

    public BearingOrders orders() {
        double ratio = elementDiameter / pitchDiameter * Math.cos(Math.toRadians(contactAngle));
        return new BearingOrders(
                (1 - ratio) / 2,
                pitchDiameter / (2 * elementDiameter) * (1 - ratio * ratio),
                elements / 2.0 * (1 - ratio),
                elements / 2.0 * (1 + ratio));
    }
}
