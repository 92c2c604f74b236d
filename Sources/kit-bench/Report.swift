/// A contest's results as a Markdown table.
struct Report {
    private let results: Contest.Results

    init(_ results: Contest.Results) { self.results = results }

    var markdown: String {
        var lines = [
            "| \(grouped(results.count)) \(results.title) | ns/op | of which least – most | × the first |",
            "|---|---:|---:|---:|",
        ]
        guard let first = results.times.first else { return "\(results.title): nobody could do it\n" }
        for (name, times) in results.times {
            // Contenders ran in turn: what one round's machine did to one, it did to the other.
            let ratios = zip(times, first.nanoseconds).map { $0 / $1 }
            let row = [
                name, rounded(median(times)), "\(rounded(times.min() ?? 0)) – \(rounded(times.max() ?? 0))",
                name == first.name
                    ? "1" : "\(short(median(ratios))) (\(short(ratios.min() ?? 0)) – \(short(ratios.max() ?? 0)))",
            ]
            lines.append("| \(row.joined(separator: " | ")) |")
        }
        return lines.joined(separator: "\n") + "\n"
    }

    private func median(_ numbers: [Double]) -> Double {
        let sorted = numbers.sorted()
        let middle = sorted.count / 2
        return sorted.count.isMultiple(of: 2) ? (sorted[middle - 1] + sorted[middle]) / 2 : sorted[middle]
    }

    private func rounded(_ nanoseconds: Double) -> String { grouped(Int(nanoseconds.rounded())) }

    /// 2.35, 12.4, 120
    private func short(_ ratio: Double) -> String {
        let factor: Double = ratio < 10 ? 100 : ratio < 100 ? 10 : 1
        let text = "\((ratio * factor).rounded() / factor)"
        return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
    }

    /// 100,000
    private func grouped(_ number: Int) -> String {
        var digits = Array(String(number))
        var index = digits.count - 3
        while index > 0 {
            digits.insert(",", at: index)
            index -= 3
        }
        return String(digits)
    }
}
