variable "host" {
  type = string
}

data "http" "this" {
  url = format("https://%s/settings.json", var.host)
}

output "settings" {
  value = jsondecode(data.http.this.response_body)
}
