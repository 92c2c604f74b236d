"""SplitMix64 (Steele, Lea and Flood, 2014), as `Sources/kit-fuzz/Generation/SplitMix64.swift` has it: same seed, same numbers."""

MASK = (1 << 64) - 1


class SplitMix64:
    def __init__(self, seed):
        self.state = seed & MASK

    def next(self):
        self.state = (self.state + 0x9E3779B97F4A7C15) & MASK
        mixed = self.state
        mixed = ((mixed ^ (mixed >> 30)) * 0xBF58476D1CE4E5B9) & MASK
        mixed = ((mixed ^ (mixed >> 27)) * 0x94D049BB133111EB) & MASK
        return mixed ^ (mixed >> 31)

    def below(self, bound):
        """0 ..< bound: the high word of number times bound."""
        return (self.next() * bound) >> 64
