#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// Why the journal cannot be used, or why an entry is not on the disk yet: where, what, and what to do.
public enum JournalError: Error, Equatable, CustomStringConvertible {
    /// The folder is not there and could not be made.
    case noFolder(path: String, SystemError)
    case cannotOpen(path: String, SystemError)
    /// A device, a pipe or a folder is where the journal should be.
    case notAFile(path: String)
    case cannotRead(path: String, SystemError)
    /// Another tutor writes this journal: the process with this number, if it could be told.
    case inUse(path: String, processID: Int32?)
    /// The entries that are not on the disk stay in ``Journal/unsaved`` and are tried again with the next one.
    case cannotWrite(path: String, unsaved: Int, SystemError)

    public var description: String {
        switch self {
        case .noFolder(let path, let error):
            return "\(path): the folder for your progress could not be made: \(error). \(JournalError.advice(error))"
        case .cannotOpen(let path, let error):
            return "\(path): your progress could not be opened: \(error). \(JournalError.advice(error))"
        case .notAFile(let path):
            return "\(path): this is not an ordinary file, so your progress cannot be kept there. "
                + "Move it away, or set XDG_DATA_HOME to another folder."
        case .cannotRead(let path, let error):
            return "\(path): your progress could not be read: \(error). \(JournalError.advice(error))"
        case .inUse(let path, let processID):
            let holder = processID.map { "another tutor (process \($0))" } ?? "another tutor"
            return "\(path): \(holder) is writing your progress. Go on there, or end it and start again."
        case .cannotWrite(let path, let unsaved, let error):
            let entries = unsaved == 1 ? "1 entry is" : "\(unsaved) entries are"
            return "\(path): could not be written: \(error). \(entries) not saved yet. "
                + "\(JournalError.advice(error)) The next answer saves \(unsaved == 1 ? "it" : "them") too."
        }
    }

    private static func advice(_ error: SystemError) -> String {
        switch error.code {
        case ENOSPC, EDQUOT: "Make room on the disk."
        case EFBIG: "Raise the limit on the size of files (ulimit -f)."
        case EROFS: "Set XDG_DATA_HOME to a folder that can be written."
        case EACCES, EPERM: "Give yourself the right to write there, or set XDG_DATA_HOME to a folder of your own."
        case ENOTDIR, EEXIST, EISDIR: "Move away what is in its place, or set XDG_DATA_HOME to another folder."
        case ENOENT: "Was it removed? Start the tutor again, or set XDG_DATA_HOME to another folder."
        case EMFILE, ENFILE: "Close some programs: too many files are open."
        default: "Set XDG_DATA_HOME to another folder."
        }
    }
}
