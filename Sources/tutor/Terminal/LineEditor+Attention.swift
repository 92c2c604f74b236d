import CEditLine
import TutorKit

#if canImport(Darwin)
    import Darwin
#else
    import Glibc
#endif

extension LineEditor {
    /// libedit's reader: waits for a key and meanwhile answers what comes from outside.
    ///
    /// - Returns: 1 for a key, 0 for the end.
    func readKey(into place: UnsafeMutablePointer<wchar_t>?) -> Int32 {
        whenWaiting?()
        whenWaiting = nil
        guard var key = keys.next(attend: attend) else { return 0 }
        if key == "\u{1B}", keys.skip(BracketedPaste.startTail) {
            isPasting = true
            key = Self.pasteKey
        }
        isFreshlyDrawn = false
        place?.pointee = WideText.character(key)
        return 1
    }

    /// - Returns: whether to go on with the line.
    func attend(to reasons: Attention.Reasons) -> Bool {
        if reasons.contains(.terminated) {
            return end(.terminated)
        }
        if reasons.contains(.interrupted) {
            return end(.interrupted)
        }
        if reasons.contains(.cancelled), Task.isCancelled {
            return end(.cancelled)
        }
        if reasons.contains(.continued) {
            takeTerminalAgain()
        }
        if reasons.contains(.resized) {
            draw(isDumb ? "\n" : geometry.clear)
            el_resize(editor)
            redraw()
        }
        return true
    }

    /// Ends the line without an entry; what is drawn of it stays.
    @discardableResult
    func end(_ stop: Stop) -> Bool {
        self.stop = stop
        leaveLine()
        return false
    }

    /// Moves behind what is drawn, so that it is not written over.
    func leaveLine() {
        if !isDumb { draw(geometry.toEnd) }
    }

    /// Stops the process group, as Ctrl-Z does where the terminal itself looks for it.
    func suspend() {
        leaveLine()
        draw("^Z" + (isDumb ? .empty : BracketedPaste.off))
        editline_take_terminal(editor, 0)
        // The others first and this process by a signal to this very thread: sent to the whole group at once, the
        // signal could reach another thread, and this one would run on with the terminal that it has just given back.
        signal(SIGTSTP, SIG_IGN)
        kill(0, SIGTSTP)
        signal(SIGTSTP, SIG_DFL)
        SignalRelay.unblock([SIGTSTP])
        raise(SIGTSTP)
        // Also where nothing stopped, because no shell is there that could start us again.
        attention.raise(.continued)
    }

    /// A shell, or whoever had the terminal meanwhile, has left it in another mode.
    private func takeTerminalAgain() {
        editline_take_terminal(editor, 0)
        editline_take_terminal(editor, 1)
        if isDumb {
            draw("\n")
        } else {
            // SIGCONT after our own redrawing: the line is there already and is drawn in its place.
            draw((isFreshlyDrawn ? geometry.clear : .control("\r\u{1B}[J")) + BracketedPaste.on)
        }
        el_resize(editor)
        redraw()
    }
}
