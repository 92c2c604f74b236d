/// The coroutines that a task is in: all that the kit can know of its chain of awaits.
struct CoroutineFrames {
    /// Where they were made, outermost first.
    private(set) var entered: [SourceLocation] = []
    /// Those that the last error has left, outermost first.
    private var left: [SourceLocation] = []
    /// How many were entered and not left when it came that far.
    private var depth = 0
    private var errorType: ObjectIdentifier?

    mutating func enter(_ place: SourceLocation) { entered.append(place) }

    mutating func leave() { entered.removeLast() }

    mutating func leave(throwing error: any Error) {
        let frame = entered.removeLast()
        let type = ObjectIdentifier(type(of: error))
        // Swift's errors have no identity: one of the same type that leaves the caller next counts as the same.
        if depth != entered.count + 1 || errorType != type { left = [] }
        left.insert(frame, at: 0)
        depth = entered.count
        errorType = type
    }

    /// The coroutines through which the error came that the task ended with, outermost first.
    func traceback(of error: any Error) -> [SourceLocation] {
        depth == 0 && errorType == ObjectIdentifier(type(of: error)) ? left : []
    }
}

extension TaskCore {
    /// Where the task stands, in one frame: in the outermost coroutine, as asyncio shows it, or else where it is suspended,
    /// was last, or was created.
    var frame: SourceLocation {
        guard let outermost = frames.entered.first else { return site ?? coroutine?.birthplace ?? birthplace }
        return frames.entered.count == 1 ? narrowed(outermost) : outermost
    }

    /// The frames that the error of the task came through, outermost first.
    var traceback: [SourceLocation] {
        guard let failure else { return [] }
        let frames = frames.traceback(of: failure)
        guard let innermost = frames.last else { return [place] }
        return frames.dropLast() + [narrowed(innermost)]
    }

    /// The last suspension point, if it was in the function that made this coroutine: it says the line, too.
    private func narrowed(_ frame: SourceLocation) -> SourceLocation {
        guard let site, site.function != nil, site.function == frame.function, site.file == frame.file else {
            return frame
        }
        return site
    }
}
