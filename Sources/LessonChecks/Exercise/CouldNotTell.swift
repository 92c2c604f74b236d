/// Thrown by a check that lacks what it needs: no verdict on the learner's code.
struct CouldNotTell: Error {
    let reason: String
    init(_ reason: String) { self.reason = reason }
}
