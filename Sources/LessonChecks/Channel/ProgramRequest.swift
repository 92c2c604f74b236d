#if canImport(Darwin)
    import Darwin
#else
    import Glibc
#endif

/// What the environment asks of a program of checks. Read once, before anything else runs.
enum ProgramRequest {
    /// A person runs it: no variables are set.
    case byHand
    case channel(ChannelWriter, CheckRequest)

    struct Problem: Error, CustomStringConvertible {
        let description: String
    }

    /// Removes the file of the request, and both variables.
    static func take() throws -> ProgramRequest {
        let request = variable(CheckRequest.variable)
        let channel = variable(CheckRequest.channelVariable)
        unsetenv(CheckRequest.variable)
        unsetenv(CheckRequest.channelVariable)
        guard request != nil || channel != nil else { return .byHand }
        guard let request, let channel else {
            let (set, missing) =
                request == nil
                ? (CheckRequest.channelVariable, CheckRequest.variable)
                : (CheckRequest.variable, CheckRequest.channelVariable)
            throw Problem(
                description: "\(set) is set and \(missing) is not: set both, or none to run the checks by hand"
            )
        }
        guard let text = contents(request) else {
            throw Problem(description: "\(request): the request cannot be read: \(String(cString: strerror(errno)))")
        }
        unlink(request)
        guard let parsed = CheckRequest(json: text) else {
            throw Problem(description: "\(request): the request is no JSON of a CheckRequest")
        }
        return .channel(try ChannelWriter(path: channel, nonce: parsed.nonce), parsed)
    }

    private static func variable(_ name: String) -> String? { getenv(name).map { String(cString: $0) } }

    private static func contents(_ path: String) -> String? {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW)
        guard descriptor >= 0 else { return nil }
        defer { close(descriptor) }
        var all: [UInt8] = []
        var piece = [UInt8](repeating: 0, count: 65_536)
        while true {
            let count = read(descriptor, &piece, piece.count)
            if count > 0 {
                all += piece[..<count]
            } else if count == 0 {
                return String(validating: all, as: UTF8.self)
            } else if errno != EINTR {
                return nil
            }
        }
    }
}
