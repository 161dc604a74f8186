# statistics: mean, median, mode, variance, quantiles, correlation, NormalDist and errors.
import statistics as st

data = [2, 4, 4, 4, 5, 5, 7, 9]
print(st.mean(data), st.fmean(data), st.median(data), st.median_low(data), st.median_high(data), st.mode(data), st.multimode([1, 1, 2, 2, 3]), st.geometric_mean([1, 2, 4]), st.harmonic_mean([40, 60]))
print(st.pstdev(data), st.stdev(data), st.pvariance(data), st.variance(data), st.mean([1, 2]), st.mean([1, 3]), st.mean([0.1, 0.2, 0.3]), st.median([3, 1, 2]), st.median([1.5, 2]))
print(st.quantiles(data), st.quantiles(range(1, 101), n=10), st.quantiles([1, 2, 3], method="inclusive"), st.mode(["red", "blue", "red"]), st.fmean([1, 2, 3], weights=[3, 1, 1]))
xs, ys = [1, 2, 3, 4, 5], [2.1, 3.9, 6.2, 7.8, 10.1]
slope, intercept = st.linear_regression(xs, ys)
print(f"{slope:.4f} {intercept:.4f} {st.correlation(xs, ys):.6f} {st.covariance(xs, ys):.4f}")
n = st.NormalDist(100, 15)
print(n, n.mean, n.stdev, round(n.cdf(115), 6), round(n.inv_cdf(0.5), 6), round(n.pdf(100), 6), round(n.zscore(130), 3))
print(st.mean([True, False, True, True]), st.median_low(["b", "a", "c"]), st.mean(range(10)), st.stdev([1, 1, 1]))
latencies = [12.5, 13.1, 12.9, 80.2, 12.7, 13.3]
print(f"mean {st.mean(latencies):.2f} median {st.median(latencies):.2f} stdev {st.stdev(latencies):.2f}")
for bad in (lambda: st.mean([]), lambda: st.median([]), lambda: st.stdev([1]), lambda: st.mode([]), lambda: st.mean(["a"]), lambda: st.variance([]), lambda: st.quantiles([1], n=0), lambda: st.correlation([1], [2]), lambda: st.geometric_mean([-1]), lambda: st.fmean([])):
    try:
        print(bad())
    except Exception as e:
        print(type(e).__name__, e)
