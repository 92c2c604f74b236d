/// Tells when a file that is looked at again and again has been saved: it has changed, and then held still for one look.
///
/// Editors write in pieces, or write another file and rename it; a file that is away for a moment is no news.
struct SaveDetector {
    /// What tells one version of a file from another.
    struct Stamp: Equatable {
        let inode: UInt64
        let size: Int64
        /// Nanoseconds.
        let changed: Int64
    }

    /// The version that was last reported, and the one that was last seen.
    private var reported: Stamp?
    private var seen: Stamp?

    /// - Parameter present: The version that is known already.
    init(_ present: Stamp?) {
        reported = present
        seen = present
    }

    /// - Returns: Whether there is a version that holds still and has not been reported.
    mutating func look(_ stamp: Stamp?) -> Bool {
        defer { seen = stamp }
        guard let stamp, stamp == seen, stamp != reported else { return false }
        reported = stamp
        return true
    }
}
