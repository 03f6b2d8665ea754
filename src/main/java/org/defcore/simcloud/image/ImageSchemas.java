package org.defcore.simcloud.image;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.defcore.simcloud.wire.Json;

/** The JSON schema documents that the image service publishes. */
final class ImageSchemas {

  private static final String IMAGE =
      """
      {"name": "image",
       "properties": {
        "id": {"type": "string", "description": "Identifier of the image", "pattern":
         "^([0-9a-fA-F]){8}-([0-9a-fA-F]){4}-([0-9a-fA-F]){4}-([0-9a-fA-F]){4}-([0-9a-fA-F]){12}$"},
        "name": {"type": ["null", "string"], "description": "What people call the image",
         "maxLength": 255},
        "status": {"type": "string", "description": "Where the image is in its life",
         "readOnly": true, "enum": ["queued", "saving", "active", "killed", "deleted",
         "uploading", "importing", "pending_delete", "deactivated"]},
        "visibility": {"type": "string", "description": "Who may use the image", "enum":
         ["community", "public", "private", "shared"]},
        "protected": {"type": "boolean", "description":
         "Whether the image cannot be deleted"},
        "os_hidden": {"type": "boolean", "description":
         "Whether the usual list leaves the image out"},
        "checksum": {"type": ["null", "string"], "description": "MD5 of the data",
         "maxLength": 32, "readOnly": true},
        "os_hash_algo": {"type": ["null", "string"], "description":
         "How os_hash_value is computed", "maxLength": 64, "readOnly": true},
        "os_hash_value": {"type": ["null", "string"], "description": "Hash of the data",
         "maxLength": 128, "readOnly": true},
        "owner": {"type": ["null", "string"], "description": "Project that owns the image",
         "maxLength": 255},
        "size": {"type": ["null", "integer"], "description": "Bytes of data", "readOnly":
         true},
        "virtual_size": {"type": ["null", "integer"], "description":
         "Bytes of the disk inside", "readOnly": true},
        "container_format": {"type": ["null", "string"], "description":
         "Wrapping of the disk", "enum": [null, "ami", "ari", "aki", "bare", "ovf", "ova",
         "docker", "compressed"]},
        "disk_format": {"type": ["null", "string"], "description": "Format of the disk",
         "enum": [null, "ami", "ari", "aki", "vhd", "vhdx", "vmdk", "raw", "qcow2", "vdi",
         "iso", "ploop"]},
        "created_at": {"type": "string", "description": "When the image was registered",
         "readOnly": true},
        "updated_at": {"type": "string", "description": "When the image was changed last",
         "readOnly": true},
        "tags": {"type": "array", "description": "Words that belong to the image", "items":
         {"type": "string", "maxLength": 255}},
        "direct_url": {"type": "string", "description": "Address of the data in its store",
         "readOnly": true},
        "min_ram": {"type": "integer", "description": "Mebibytes of memory to boot it"},
        "min_disk": {"type": "integer", "description": "Gibibytes of disk to boot it"},
        "self": {"type": "string", "description": "Link of the image: self", "readOnly":
         true},
        "file": {"type": "string", "description": "Link of the image: file", "readOnly":
         true},
        "stores": {"type": "string", "description": "Link of the image: stores", "readOnly":
         true},
        "schema": {"type": "string", "description": "Link of the image: schema", "readOnly":
         true},
        "locations": {"type": "array", "description": "Where the data lives", "items":
         {"type": "object", "required": ["url", "metadata"], "properties": {"url": {"type":
         "string", "maxLength": 255}, "metadata": {"type": "object"}, "validation_data":
         {"type": "object", "writeOnly": true, "additionalProperties": false, "description":
         "Checksums that the data has to have", "required": ["os_hash_algo", "os_hash_value"],
         "properties": {"checksum": {"type": "string", "minLength": 32, "maxLength": 32},
         "os_hash_algo": {"type": "string", "maxLength": 64}, "os_hash_value": {"type":
         "string", "maxLength": 128}}}}}},
        "kernel_id": {"type": ["null", "string"], "description": "Another image: kernel_id",
         "pattern":
         "^([0-9a-fA-F]){8}-([0-9a-fA-F]){4}-([0-9a-fA-F]){4}-([0-9a-fA-F]){4}-([0-9a-fA-F]){12}$",
         "is_base": false},
        "ramdisk_id": {"type": ["null", "string"], "description": "Another image: ramdisk_id",
         "pattern":
         "^([0-9a-fA-F]){8}-([0-9a-fA-F]){4}-([0-9a-fA-F]){4}-([0-9a-fA-F]){4}-([0-9a-fA-F]){12}$",
         "is_base": false},
        "instance_uuid": {"type": "string", "description":
         "Additional property: instance_uuid", "is_base": false},
        "architecture": {"type": "string", "description": "Additional property: architecture",
         "is_base": false},
        "os_distro": {"type": "string", "description": "Additional property: os_distro",
         "is_base": false},
        "os_version": {"type": "string", "description": "Additional property: os_version",
         "is_base": false},
        "description": {"type": "string", "description": "Additional property: description",
         "is_base": false},
        "cinder_encryption_key_id": {"type": "string", "description":
         "Additional property: cinder_encryption_key_id", "is_base": false},
        "cinder_encryption_key_deletion_policy": {"type": "string", "description":
         "What becomes of the key when the image goes", "is_base": false, "enum":
         ["on_image_deletion", "do_not_delete"]}},
       "additionalProperties": {"type": "string"},
       "links": [{"rel": "describedby", "href": "{schema}"}, {"rel": "enclosure", "href": "{file}"},
        {"rel": "self", "href": "{self}"}]}
      """;
  private static final String IMAGES =
      """
      {"name": "images",
       "properties": {"images": {"type": "array", "items": {}}, "first": {"type": "string"},
        "next": {"type": "string"}, "schema": {"type": "string"}},
       "links": [{"rel": "describedby", "href": "{schema}"}, {"rel": "first", "href": "{first}"},
        {"rel": "next", "href": "{next}"}]}
      """;

  private ImageSchemas() {}

  static JsonNode image() {
    return Json.document(IMAGE);
  }

  static JsonNode images() {
    JsonNode schema = Json.document(IMAGES);
    ((ObjectNode) schema.at("/properties/images")).set("items", image());
    return schema;
  }
}
