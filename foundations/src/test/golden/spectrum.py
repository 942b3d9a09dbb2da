"""Transforms, spectra, filters and wavelets of two signals given by a formula: scipy.fft, scipy.signal, PyWavelets."""
import numpy as np
import pywt
import scipy.fft
import scipy.signal as sg

from golden import Golden

golden = Golden(__file__, "none")


def signal(n, phase):
    t = np.arange(n)
    return np.sin(0.7 * t + phase) + 0.5 * np.cos(2.1 * t) + 0.3 * np.sin(0.05 * t * t) + 0.01 * t


x = signal(200, 0.0)
y = signal(200, 1.0) ** 2
golden.add("x", x)
golden.add("y", y)
for n in (97, 120):
    transform = scipy.fft.fft(x[:n])
    golden.add(f"fft{n}", [transform.real, transform.imag])
for name, window in (("hann", "hann"), ("hamming", "hamming"), ("blackman", "blackman"), ("kaiser", ("kaiser", 8.6))):
    golden.add(name + "-symmetric", sg.get_window(window, 17, fftbins=False))
    golden.add(name + "-periodic", sg.get_window(window, 16, fftbins=True))
golden.add("periodogram", sg.periodogram(x, fs=10, window="hann", detrend="constant"))
golden.add("welch", sg.welch(x, fs=10, nperseg=64, noverlap=32))
cross = sg.csd(x, y, fs=10, nperseg=64, noverlap=32)[1]
golden.add("cross", [cross.real, cross.imag])
golden.add("coherence", sg.coherence(x, y, fs=10, nperseg=64, noverlap=32)[1])
for frame, hop in ((32, 16), (25, 10)):
    f, t, z = sg.stft(x, fs=10, nperseg=frame, noverlap=frame - hop)
    golden.add(f"stft-re-{frame}", z.real)
    golden.add(f"stft-im-{frame}", z.imag)
golden.add("stft-times-32", sg.stft(x, fs=10, nperseg=32, noverlap=16)[1])
golden.add("envelope", np.abs(sg.hilbert(x))[::3])
golden.add("hilbert-odd", sg.hilbert(x[:99]).imag)

bands = {"low": ("lowpass", 1.2), "high": ("highpass", 2.0), "pass": ("bandpass", [1.0, 2.5]), "stop": ("bandstop", [1.0, 2.5])}
at = np.array([0.05, 0.6, 1.0, 1.2, 1.7, 2.0, 2.5, 3.3, 4.8])
golden.add("at", at)
for name, (kind, edges) in bands.items():
    for order in (4, 5):
        sos = sg.butter(order, edges, kind, fs=10, output="sos")
        golden.add(f"gain-{name}-{order}", np.abs(sg.sosfreqz(sos, worN=at, fs=10)[1]))
        golden.add(f"filtered-{name}-{order}", sg.sosfilt(sos, x)[::11])
        golden.add(f"filtfilt-{name}-{order}", sg.sosfiltfilt(sos, x)[::11])
    golden.add(f"fir-{name}", sg.firwin(31, edges, pass_zero=kind, fs=10))
golden.add("fir-even", sg.firwin(30, 1.2, window=("kaiser", 6.0), fs=10))

for moments in (1, 3, 8):
    for edge, mode in (("periodic", "periodization"), ("symmetric", "symmetric")):
        for n in (64, 45):
            levels = pywt.wavedec(x[:n], f"db{moments}", mode=mode, level=3)
            for i, values in enumerate(levels):  # approximation, coarsest ... finest
                golden.add(f"dwt-{moments}-{edge}-{n}-{'a' if i == 0 else 4 - i}", values)

# the sum as it is written, over the wavelet sampled far out: psi((t - u) / s) / sqrt(s)
n, t = 200, np.arange(200)
for frequency in (0.5, 1.1, 3.0):
    s = 6 * 10 / (2 * np.pi * frequency)
    u = (t[None, :] - t[:, None]) / s
    psi = np.pi ** -0.25 * np.exp(6j * u - u * u / 2) / np.sqrt(s)
    w = (x[None, :] * psi.conj()).sum(axis=1)
    golden.add(f"morlet-{frequency}", [w.real[::3], w.imag[::3]])
golden.write()
