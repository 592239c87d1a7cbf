import java.net.URI;
import java.net.http.*;

class Main {
  public static void main(String[] args) throws Exception {
    var request = HttpRequest.newBuilder(URI.create("https://api.example.com/users/ID/"))
        .header("Accept", "application/json")
        .header("Content-Type", "application/json")
        .header("Authorization", "Bearer YOUR_TOKEN")
        .method("POST", HttpRequest.BodyPublishers.ofString("""
            {
              "reason": "it's\\n\\"$HOME\\" `x` \\\\ ü",
              "on": true,
              "none": null,
              "list": [
                1,
                {}
              ]
            }"""))
        .build();
    var response = HttpClient.newHttpClient()
        .send(request, HttpResponse.BodyHandlers.ofString());
    System.out.println(response.statusCode());
    System.out.println(response.body());
  }
}
