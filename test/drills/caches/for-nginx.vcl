# For a Varnish that an nginx cache asks: include it after lighthouse.vcl. nginx does not read Age, so it is told the second at
# which the time of an answer is over.
import std;
sub vcl_deliver {
  set resp.http.X-Accel-Expires = "@" + std.time2integer(now + obj.ttl, 0);
}
