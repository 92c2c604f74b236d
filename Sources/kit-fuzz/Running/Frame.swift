/// One body that runs: its own label, and that of the task that runs it.
struct Frame: CustomStringConvertible {
    let label: Int
    let owner: Int

    var description: String { "t\(label)" }
}
