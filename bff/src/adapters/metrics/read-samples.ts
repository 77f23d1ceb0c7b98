import type { Registry } from 'prom-client';

/** One line of what is held for Prometheus. */
export interface Sample {
  /** Of a histogram with its ending: `_bucket`, `_sum` or `_count`. */
  name: string;
  value: number;
  /** The text of a label; empty where it has none. */
  label(name: string): string;
}

/**
 * What one metric holds now, which is collected as for `/metrics`. No other is: some of Node's begin anew whenever they are read.
 */
export async function readSamples(registry: Registry, name: string): Promise<Sample[]> {
  const found = await registry.getSingleMetric(name)?.get();
  return (found?.values ?? []).map((value) => {
    const labels: Readonly<Record<string, unknown>> = value.labels;
    return {
      name: 'metricName' in value ? String(value.metricName) : name,
      value: value.value,
      label: (asked) => String(labels[asked] ?? ''),
    };
  });
}
