/// What the compiler's frequent errors mean, for somebody who learns: by the compiler's own name of each.
///
/// The names come from `-debug-diagnostic-names` and are no stable interface: an error whose name changed loses its
/// explanation and nothing else. The tests have a small program for each entry.
enum CompileExplanation {
    static let table: [String: String] =
        effects.merging(isolation) { $1 }.merging(types) { $1 }.merging(calls) { $1 }.merging(syntax) { $1 }
}
