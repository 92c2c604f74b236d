import ConcurrencyKit

struct Home: Equatable {
    var profile: String
    var photo: String
    var comments: String
}

/// All that the home page of a user shows.
///
/// - Parameter fetch: fetches one thing from the server; it takes a while, and it may throw.
func loadHome(
    of user: String,
    with fetch: @escaping (String) async throws -> String
) async throws -> Home {
    let profile = createTask(name: "profile") { try await fetch("profile/\(user)") }
    let photo = try await fetch("photo/\(user)")
    let comments = try await fetch("comments/\(photo)")
    return Home(profile: try await profile.value, photo: photo, comments: comments)
}
