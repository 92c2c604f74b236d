/// Makes every ``Mutant`` of a program: one operator, one line, one place at a time.
public enum Mutator {
    /// In the order of the lines; comments and imports are left alone. The same text gives the same mutants.
    public static func mutants(of text: String) -> [Mutant] {
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        var mutants: [Mutant] = []
        for (index, line) in lines.enumerated() {
            let bare = line.trimmingWhitespace
            guard !bare.isEmpty, !bare.hasPrefix("//"), !bare.hasPrefix("import ") else { continue }
            for mutation in MutationOperator.all {
                for variant in mutation.variants(line) {
                    var changed = lines
                    // A line that is gone leaves its number to no other.
                    changed[index] = variant ?? ""
                    mutants.append(
                        Mutant(
                            mutation: mutation.id,
                            line: index + 1,
                            original: bare,
                            mutated: variant?.trimmingWhitespace,
                            text: changed.joined(separator: "\n")
                                + (mutation.support.isEmpty ? "" : "\n" + mutation.support)
                        )
                    )
                }
            }
        }
        return mutants
    }
}
