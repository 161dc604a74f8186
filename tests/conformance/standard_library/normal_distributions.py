# statistics.NormalDist: quantiles, overlap, samples from a seed, arithmetic, errors.
from statistics import NormalDist, StatisticsError

heights = NormalDist(mu=170.0, sigma=10.0)
print([round(heights.inv_cdf(p), 9) for p in (0.001, 0.1, 0.25, 0.5, 0.9, 0.999999999)])
print([round(q, 9) for q in heights.quantiles()], [round(q, 9) for q in heights.quantiles(n=10)][-1])
print([round(x, 9) for x in heights.samples(4, seed=7)], heights.samples(2, seed="a") == heights.samples(2, seed="a"))
print(round(heights.overlap(NormalDist(180, 10)), 9), round(heights.overlap(NormalDist(160, 25)), 9), heights.overlap(heights))
print(heights + 5, heights - 5, heights * 2, heights / 2, -heights, 100 - heights, heights + NormalDist(1, 24), heights == NormalDist(170, 10))
print(round(heights.cdf(185), 9), round(heights.pdf(170), 9), round(heights.zscore(155), 3), heights.median, heights.mode, heights.variance)
print(NormalDist(), hash(heights) == hash(NormalDist(170, 10)), NormalDist.from_samples([1, 2, 3, 4]).mean)
for wrong in (
    lambda: heights.inv_cdf(0),
    lambda: heights.inv_cdf(1.5),
    lambda: NormalDist(1, -1),
    lambda: NormalDist(1, 0).cdf(3),
    lambda: heights.overlap(3),
    lambda: NormalDist(1, 0).overlap(heights),
):
    try:
        print(wrong())
    except (StatisticsError, TypeError) as e:
        print(type(e).__name__, e)
