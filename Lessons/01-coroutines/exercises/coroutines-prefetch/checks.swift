import ConcurrencyKit
import LessonChecks

@main struct Checks: ExerciseChecks {
    static let checks = [
        Check("in-order", "The songs are played in order, one at a time.") { check in
            for (songs, sound) in [(["a", "b", "c"], "loud"), (["c", "a"], "soft"), (["b"], "loud"), ([], "soft")] {
                let player = Player(download: .seconds(1), play: .seconds(2), sound: sound)
                try await player.play(songs)
                check.expect(
                    player.played,
                    equals: songs.map { "\(sound) \($0)" },
                    "The list is \(songs), and `download` gives \"\(sound) a\" for song a."
                )
                check.expect(
                    player.server.asked.sorted(),
                    equals: songs.sorted(),
                    "Each song of the list \(songs) is downloaded once."
                )
                check.expect(!player.hasOverlapped, "Two songs were played at the same time.")
            }
        },
        Check("no-gap", "While a song plays, the next one is downloaded.", after: ["in-order"]) { check in
            let player = Player(download: .seconds(2), play: .seconds(3))
            try await player.play(["a", "b", "c"])
            check.expectElapsed(
                .seconds(11),
                "Each of three songs takes 2 s to download and 3 s to play. Only the first download makes you wait.",
                misconception: check.elapsed == .seconds(15) ? Habit.ofAddedTimes(check) : nil
            )
        },
        Check("one-ahead", "Each download begins when the song before it begins to play.", after: ["no-gap"]) { check in
            let player = Player(download: .seconds(1), play: .seconds(2))
            try await player.play(["a", "b", "c", "d"])
            let (asked, played) = (player.server.log.times(of: "ask"), player.log.times(of: "play"))
            check.expect(
                Array(asked.dropFirst()),
                equals: Array(played.dropLast()),
                "The downloads of b, c and d should begin when a, b and c begin to play.",
                misconception: zip(asked.dropFirst(), played).contains { $0 < $1 } ? "more-tasks-are-better" : nil
            )
        },
        Check(
            "download-fails",
            "When a download fails, the song before it is played to its end.",
            after: ["one-ahead"]
        ) { check in
            let player = Player(download: .seconds(1), play: .seconds(5), failing: ["b"])
            let error = await check.expectThrows(FakeServer.Failed.self, "Song b cannot be downloaded.") {
                try await player.play(["a", "b", "c"])
            }
            guard error != nil else { return }
            let isQuiet = check.expect(
                !player.isPlaying,
                "Song b cannot be downloaded. playAll has thrown that error, and song a still plays.",
                misconception: "error-ends-tasks"
            )
            // What still runs is told by the line above.
            guard isQuiet else { return try await sleep(for: .seconds(10)) }
            check.expect(player.ended, equals: ["loud a"], "Song a is there, and should be played to its end.")
            check.expect(player.server.asked, equals: ["a", "b"], "Nothing is downloaded after the failure.")
            check.expectElapsed(.seconds(6), "Song a is there after 1 s, and plays for 5 s.")
        },
        Check("error", "A download that fails is an error, also that of the first song.", after: ["one-ahead"]) {
            check in
            for (broken, heard) in [("a", []), ("c", ["loud a", "loud b"])] {
                let player = Player(download: .seconds(1), play: .seconds(2), failing: [broken])
                await check.expectThrows(
                    FakeServer.Failed.self,
                    "Of the songs a, b and c, song \(broken) cannot be downloaded."
                ) {
                    try await player.play(["a", "b", "c"])
                }
                check.expect(
                    player.ended,
                    equals: heard,
                    "Song \(broken) cannot be downloaded. These songs were played."
                )
            }
        },
        Check(
            "play-fails",
            "When a song cannot be played, no download goes on after the error.",
            after: ["one-ahead"]
        ) { check in
            for (broken, unheard) in [("a", nil), ("b", nil), ("c", nil), ("b", "c")] {
                let player = Player(
                    download: .seconds(4),
                    play: .seconds(1),
                    failing: unheard.map { [$0] } ?? [],
                    broken: broken
                )
                let also =
                    unheard.map { " The download of \($0) fails, too, but nobody wants song \($0) any more." } ?? ""
                await check.expectThrows(
                    Player.Scratched.self,
                    "Song \(broken) cannot be played.\(also) playAll should throw the error of `play`."
                ) {
                    try await player.play(["a", "b", "c"])
                }
                let isQuiet = check.expect(
                    player.server.running == 0,
                    "Song \(broken) cannot be played. playAll has thrown the error, and a download still goes on.",
                    misconception: "error-ends-tasks"
                )
                // What still runs is told by the line above.
                if !isQuiet { try await sleep(for: .seconds(10)) }
            }
        },
    ]
}

extension Checks {
    final class Player {
        struct Scratched: Error {}

        let server: FakeServer
        let log = CallLog()
        private(set) var played: [String] = []
        private(set) var ended: [String] = []
        private(set) var hasOverlapped = false
        private(set) var isPlaying = false
        private let time: Duration
        private let broken: String?

        /// - Parameter broken: the song that cannot be played.
        init(
            download: Duration,
            play: Duration,
            sound: String = "loud",
            failing: Set<String> = [],
            broken: String? = nil
        ) {
            server = FakeServer(delay: download, failing: failing) { "\(sound) \($0)" }
            time = play
            self.broken = broken
        }

        func play(_ songs: [String]) async throws {
            try await playAll(songs, download: server.fetch, play: play)
        }

        private func play(_ sound: String) async throws {
            log("play \(sound)")
            played.append(sound)
            if isPlaying { hasOverlapped = true }
            isPlaying = true
            defer { isPlaying = false }
            try await sleep(for: time)
            if let broken, sound.hasSuffix(broken) { throw Scratched() }
            ended.append(sound)
        }
    }
}

extension CallLog {
    fileprivate func times(of call: String) -> [Duration] {
        entries.filter { $0.text.hasPrefix("\(call) ") }.map(\.time)
    }
}

extension Checks {
    enum Habit {
        /// The times have been added: the text tells which hope it was written in.
        static func ofAddedTimes(_ check: CheckRun) -> String? {
            guard let source = try? check.source else { return nil }
            if !source.calls(of: "createTask").isEmpty { return "create-makes-parallel" }
            return source.calls(of: "Coroutine").isEmpty ? "await-overlaps" : "coroutine-is-a-task"
        }
    }
}
