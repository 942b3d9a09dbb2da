package org.industrialmind.foundations.series;

/** What {@link LocalTrend} learned. */
public final class LocalTrendModel implements ForecastModel {
    private final LocalTrend settings;
    private final double noise;
    private final double level;
    private final double slopes;
    private final KalmanFilter filter;

    LocalTrendModel(LocalTrend settings, double noise, double level, double slopes, double[] series) {
        this.settings = settings;
        this.noise = noise;
        this.level = level;
        this.slopes = slopes;
        filter = KalmanFilter.of(settings.model(noise, level, slopes), series);
    }

    @Override
    public Forecast forecast(int horizon) {
        return filter.forecast(horizon);
    }

    @Override
    public LocalTrendModel continued(double[] history) {
        return new LocalTrendModel(settings, noise, level, slopes, history);
    }

    /** Returns the variance of the noise that the level is seen through. */
    public double noiseVariance() {
        return noise;
    }

    /** Returns the variance of a step of the level. */
    public double levelVariance() {
        return level;
    }

    /** Returns the variance of a step of the slope; 0 without one. */
    public double slopeVariance() {
        return slopes;
    }

    /** Returns the log-likelihood of the values beyond those that determine the start. */
    public double logLikelihood() {
        return filter.logLikelihood();
    }

    /** Returns the filter along the series. */
    public KalmanFilter filter() {
        return filter;
    }

    /** Returns level (state 0) and slope (state 1) given the whole series. */
    public SmoothedStates smooth() {
        return filter.smooth();
    }
}
