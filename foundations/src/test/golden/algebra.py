"""Decompositions by LAPACK through NumPy and SciPy: what is unique of each, up to signs that the test takes out."""
import numpy as np
import scipy
import scipy.linalg
from golden import Golden

SEED = 20261120
random = np.random.default_rng(SEED)
golden = Golden(__file__, SEED)

square = random.standard_normal((7, 7))
golden.add("square", square)
golden.add("determinant", np.linalg.det(square))
golden.add("inverse", np.linalg.inv(square))
p, l, u = scipy.linalg.lu(square)
golden.add("lu_l", l)
golden.add("lu_u", u)

eigen = np.linalg.eigvals(square)
order = np.lexsort((-eigen.imag, -np.abs(eigen)))
golden.add("eigen_real", eigen[order].real)
golden.add("eigen_imaginary", eigen[order].imag)

spd = square @ square.T + 0.1 * np.eye(7)
golden.add("cholesky", np.linalg.cholesky(spd))

tall = random.standard_normal((12, 5))
target = random.standard_normal(12)
golden.add("tall", tall)
golden.add("target", target)
solution, residual, _, _ = np.linalg.lstsq(tall, target, rcond=None)
golden.add("least_squares", solution)
golden.add("residual", residual)
golden.add("qr_r", np.abs(np.linalg.qr(tall)[1]))
golden.add("singular_values", np.linalg.svd(tall, compute_uv=False))
golden.add("pseudo_inverse", np.linalg.pinv(tall))
golden.add("condition", np.linalg.cond(tall))

deficient = random.standard_normal((8, 3)) @ random.standard_normal((3, 6))
golden.add("deficient", deficient)
golden.add("deficient_pseudo_inverse", np.linalg.pinv(deficient))
_, pivoted, permutation = scipy.linalg.qr(deficient, pivoting=True)
golden.add("pivoted_diagonal", np.abs(np.diag(pivoted))[:3])
golden.add("pivoted_first", permutation[:3])
golden.write()
