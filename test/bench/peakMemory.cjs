// Preloaded into a measured program: tells its peak memory (kB, resident) at its end.
process.on('exit', () => {
  process.stderr.write(`\npeak memory: ${process.resourceUsage().maxRSS}\n`);
});
