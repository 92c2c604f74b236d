import LessonKit

/// A verdict as one line.
func told(_ verdict: Verdict) -> String {
    switch verdict {
    case .right(let feedback): "right: \(feedback.plainText)"
    case .wrong(let feedback, let misconception, let detail):
        "wrong\(misconception.map { " [\($0)]" } ?? ""): \(feedback.plainText)\(detail.map { " (\($0))" } ?? "")"
    case .partly(let credit, let feedback, let misconceptions, let detail):
        "\(credit) \(misconceptions): \(feedback.plainText.replacing("\n", with: " | "))\(detail.map { " (\($0))" } ?? "")"
    case .kept(let model): "kept; model: \(model.plainText)"
    case .couldNotTell(let reason): "could not tell: \(reason)"
    case .malformed(let expected): "expected \(expected)"
    }
}
